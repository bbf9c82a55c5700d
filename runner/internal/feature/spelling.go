package feature

// letters decomposes Korean syllables, because a typo changes a letter of a
// syllable.
func letters(word string) string {
	const first, last, vowels, finals = 0xAC00, 0xD7A3, 21, 28
	var all []rune
	for _, r := range word {
		if r < first || r > last {
			all = append(all, r)
			continue
		}
		n := r - first
		all = append(all, 0x1100+n/(vowels*finals), 0x1161+n/finals%vowels)
		if final := n % finals; final > 0 {
			all = append(all, 0x11A7+final)
		}
	}
	return string(all)
}
