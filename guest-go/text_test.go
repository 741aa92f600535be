package gadget

import "testing"

func TestTextOf(t *testing.T) {
	for _, each := range []struct {
		stored string
		fixed  bool
		want   string
	}{
		{"", false, ""},
		{"ä€😀", false, "ä€😀"},
		{"ab\x00cd", false, "ab\x00cd"},
		{"ab\x00c\xff", true, "ab"},
		{"a\xffb", false, "a\uFFFDb"},
		{"\xff\xfe", false, "\uFFFD\uFFFD"},
		// The longest part that could have been a character is one.
		{"\xe2\x82", false, "\uFFFD"},
		{"\xe2\x82A", false, "\uFFFDA"},
		{"\xf0\x9f\x98", false, "\uFFFD"},
		{"\xf0\x9f\x98\xe2\x82\xac", false, "\uFFFD€"},
		// These could not.
		{"\xe0\x80\x80", false, "\uFFFD\uFFFD\uFFFD"},
		{"\xed\xa0\x80", false, "\uFFFD\uFFFD\uFFFD"},
		{"\xf4\x90\x80\x80", false, "\uFFFD\uFFFD\uFFFD\uFFFD"},
		{"\xc0\xaf", false, "\uFFFD\uFFFD"},
		{"\xc3\xc3\xa4", false, "\uFFFDä"},
	} {
		if got := textOf([]byte(each.stored), each.fixed); got != each.want {
			t.Errorf("%q is %q, not %q", each.stored, got, each.want)
		}
	}
}

func TestPacked(t *testing.T) {
	var packed Packed
	for _, value := range []string{"a", "", "bcd"} {
		packed.Append([]byte(value))
	}
	if packed.Len() != 3 || string(packed.Value(0)) != "a" || string(packed.Value(1)) != "" || string(packed.Value(2)) != "bcd" {
		t.Error(packed)
	}
	for row, value := range packed.Values() {
		if string(value) != string(packed.Value(row)) || cap(value) != len(value) {
			t.Error(row, value)
		}
	}
}
