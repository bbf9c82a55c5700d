package steps

import "unicode"

// InFrame puts a claim without a frame, such as `pod "web" is Running`, into the first
// frame that fits, for lint to check. It returns false for any other text.
func InFrame(text string) (sentence string, ok bool) {
	c, _, err := claimIn(text)
	if err != nil {
		return "", false
	}
	frame := c.frames()[0]
	for _, r := range text {
		if unicode.Is(unicode.Hangul, r) {
			return "1초 " + koreanFor([]string{frame})[0] + " " + text, true
		}
	}
	return frame + " 1s " + text, true
}
