package gadget

import (
	"slices"
	"testing"
)

func TestLists(t *testing.T) {
	want := [][]int16{{1, 2}, {}, nil, {3}}
	var lists Lists[int16]
	for _, list := range want {
		lists.Append(list)
	}
	if lists.Len() != 4 || !slices.Equal(lists.Ends, []uint32{2, 2, 2, 3}) || !slices.Equal(lists.Values, []int16{1, 2, 3}) {
		t.Error(lists)
	}
	seen := 0
	for row, list := range lists.All() {
		if !slices.Equal(list, want[row]) || !slices.Equal(list, lists.List(row)) || cap(list) != len(list) {
			t.Error(row, list)
		}
		seen++
	}
	if seen != 4 {
		t.Error(seen)
	}
	for row := range lists.All() {
		if row > 0 {
			t.Error("went on after break")
		}
		break
	}
}

func TestPackedLists(t *testing.T) {
	want := [][]string{{"a", "", "bc"}, {}, {"d"}}
	var lists PackedLists
	for _, list := range want {
		var elements [][]byte
		for _, text := range list {
			elements = append(elements, []byte(text))
		}
		lists.Append(elements)
	}
	if lists.Len() != 3 || !slices.Equal(lists.Ends, []uint32{3, 3, 4}) || string(lists.Values.Data) != "abcd" {
		t.Error(lists)
	}
	for row := range want {
		var got []string
		for index, element := range lists.List(row) {
			if index != len(got) || cap(element) != len(element) {
				t.Error(row, index)
			}
			got = append(got, string(element))
		}
		if !slices.Equal(got, want[row]) {
			t.Error(row, got)
		}
	}
	for index := range lists.List(0) {
		if index > 0 {
			t.Error("went on after break")
		}
		break
	}
}

func TestAdviceForLists(t *testing.T) {
	if got := advice(KindText, "[]"); got != "ask for text[] or bytes[]" {
		t.Error(got)
	}
}

func TestLossCausesHaveTheWordsOfTheInterface(t *testing.T) {
	for cause, word := range map[LossCause]string{
		LossOverflow: "overflow", LossUnreadable: "unreadable", LossFailed: "failed", LossOther: "other", 4: "other",
	} {
		if got := cause.String(); got != word {
			t.Errorf("cause %d is %s", uint8(cause), got)
		}
	}
}
