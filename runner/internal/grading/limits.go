package grading

// SubmissionLimits are what a submission has at most.
type SubmissionLimits struct {
	Size    int64 // in bytes
	Entries int   // files and folders
	Depth   int   // of folders
}

// Bounds returns the limits of every submission.
func Bounds() SubmissionLimits {
	return SubmissionLimits{Size: submissionSize, Entries: submissionEntries, Depth: submissionDepth}
}
