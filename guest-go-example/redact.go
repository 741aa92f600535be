package main

import "strings"

const (
	homes = "/home/"
	mask  = "***"
)

// redact hides user names in paths: /home/ann/a.txt becomes /home/***/a.txt.
func redact(path string) string {
	at := strings.Index(path, homes)
	if at < 0 {
		return path
	}
	var redacted strings.Builder
	redacted.Grow(len(path) + len(mask))
	for at >= 0 {
		name := at + len(homes)
		redacted.WriteString(path[:name])
		path = path[name:]
		end := strings.IndexByte(path, '/')
		if end < 0 {
			end = len(path)
		}
		if end > 0 {
			redacted.WriteString(mask)
		}
		path = path[end:]
		at = strings.Index(path, homes)
	}
	redacted.WriteString(path)
	return redacted.String()
}
