package gadget

import "iter"

// Lists is a column of lists: the list of row i is Values[Ends[i-1]:Ends[i]], and the first starts at 0.
type Lists[T any] struct {
	// Ends says where each list ends in Values, in elements. Never falls; the last one is the length of Values.
	Ends []uint32
	// Values is the elements of all rows, one after the other.
	Values []T
}

// Len is the number of lists.
func (lists Lists[T]) Len() int { return len(lists.Ends) }

// List is the list of one row: a part of Values, not a copy.
func (lists Lists[T]) List(row int) []T {
	start, end := bounds(lists.Ends, row)
	return lists.Values[start:end:end]
}

// All are all lists: parts of Values, not copies.
func (lists Lists[T]) All() iter.Seq2[int, []T] {
	return func(yield func(int, []T) bool) {
		start := uint32(0)
		for row, end := range lists.Ends {
			if !yield(row, lists.Values[start:end:end]) {
				return
			}
			start = end
		}
	}
}

// Append adds a list at the end.
func (lists *Lists[T]) Append(list []T) {
	lists.Values = append(lists.Values, list...)
	lists.Ends = append(lists.Ends, uint32(len(lists.Values)))
}

// bounds is where a value begins and ends, of values of which these are the ends.
func bounds(ends []uint32, row int) (start, end uint32) {
	if row > 0 {
		start = ends[row-1]
	}
	return start, ends[row]
}
