package steps

// holdHistory keeps the history of the cluster from now on: the scenario takes
// marks in it and looks back to them, until the last thing it left is gone.
func (s *scenario) holdHistory() { _, s.release = s.history.Hold() }

// releaseHistory says that the scenario looks back no more.
func (s *scenario) releaseHistory() {
	if s.release != nil {
		s.release()
	}
}
