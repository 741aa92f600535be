package main

import "testing"

func TestHideUser(t *testing.T) {
	for path, want := range map[string]string{
		"/home/ann/a.txt": "/home/***/a.txt",
		"/home/ann":       "/home/***",
		"/home/":          "/home/",
		"/etc/hosts":      "/etc/hosts",
	} {
		if got := hideUser(path, "***"); got != want {
			t.Errorf("hideUser(%q) is %q, not %q", path, got, want)
		}
	}
}
