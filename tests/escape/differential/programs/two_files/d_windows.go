package p

func onlyOnWindows(p *int) *int { q := *p; return &q }
