package p

func onlyInTests(p *int) *int { q := *p; return &q }
