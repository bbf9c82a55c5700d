package feature

// distance is how many letters are to be changed, added, left out or swapped
// with their neighbour to make one word of another (optimal string alignment).
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	before, last, row := make([]int, len(to)+1), make([]int, len(to)+1), make([]int, len(to)+1)
	for j := range last {
		last[j] = j
	}
	for i := range from {
		row[0] = i + 1
		for j := range to {
			cost := 1
			if from[i] == to[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && from[i] == to[j-1] && from[i-1] == to[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(to)]
}

// letters takes Korean syllables apart: what is mistyped is a letter of one.
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
