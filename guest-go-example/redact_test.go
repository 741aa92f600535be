package main

import "testing"

func TestRedact(t *testing.T) {
	for path, want := range map[string]string{
		"/home/ann/a.txt":          "/home/***/a.txt",
		"/home/ann":                "/home/***",
		"/mnt/home/ann/home/bob/x": "/mnt/home/***/home/***/x",
		"/home/home/x":             "/home/***/x",
		"/home/ann/home/":          "/home/***/home/",
		"/home//x":                 "/home//x",
		"/home/":                   "/home/",
		"/homes/ann":               "/homes/ann",
		"/etc/passwd":              "/etc/passwd",
		"/home/ä\xff/x":            "/home/***/x",
		"":                         "",
	} {
		if got := redact(path); got != want {
			t.Errorf("redact(%q) is %q, not %q", path, got, want)
		}
	}
}
