package lab

// Text is what the student reads, in one language.
type Text struct {
	Language string // "en" or "ko"
	File     string
	Content  string
}

// TextFiles are the texts that a lab may have. The first it must have.
var TextFiles = []Text{{Language: "en", File: "task.md"}, {Language: "ko", File: "task.ko.md"}}

// Text is the one in a language, or else the English one.
func (l *Lab) Text(language string) Text {
	for _, t := range l.Texts {
		if t.Language == language {
			return t
		}
	}
	return l.Texts[0]
}
