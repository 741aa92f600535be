package main

import (
	"cmp"
	"maps"
	"slices"
)

// caller is who made a call.
type caller struct{ container, comm string }

// calls are the names of the system calls that each made.
type calls map[caller]map[string]bool

// add remembers a call; false when there are too many callers for another one.
func (calls calls) add(by caller, name string, most int) bool {
	names := calls[by]
	if names == nil {
		if len(calls) >= most {
			return false
		}
		names = map[string]bool{}
		calls[by] = names
	}
	names[name] = true
	return true
}

// callers are in order of their names.
func (calls calls) callers() []caller {
	return slices.SortedFunc(maps.Keys(calls), func(a, b caller) int {
		return cmp.Or(cmp.Compare(a.container, b.container), cmp.Compare(a.comm, b.comm))
	})
}

// names are those of one caller, in order.
func (calls calls) names(by caller) []string { return slices.Sorted(maps.Keys(calls[by])) }

// isName reports whether this can be the name of a system call. What is unset is empty, and so is none.
func isName(name []byte) bool {
	for _, letter := range name {
		if letter != '_' && (letter < 'a' || letter > 'z') && (letter < '0' || letter > '9') {
			return false
		}
	}
	return 0 < len(name) && len(name) <= 64
}
