package lab

// Text is the text for students in one language.
type Text struct {
	Language string // "en" or "ko"
	File     string
	Content  string
}

// TextFiles lists the possible texts of a lab. The first one is required.
var TextFiles = []Text{{Language: "en", File: "task.md"}, {Language: "ko", File: "task.ko.md"}}

// Text returns the text in a language, or the English one if there is none.
func (l *Lab) Text(language string) Text {
	for _, t := range l.Texts {
		if t.Language == language {
			return t
		}
	}
	return l.Texts[0]
}
