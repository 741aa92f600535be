package main

import "strings"

// hideUser hides who a path belongs to: /home/ann/a.txt becomes /home/***/a.txt. Other paths stay as they are.
func hideUser(path, mask string) string {
	rest, isHome := strings.CutPrefix(path, "/home/")
	user, _, _ := strings.Cut(rest, "/")
	if !isHome || user == "" {
		return path
	}
	return "/home/" + mask + rest[len(user):]
}
