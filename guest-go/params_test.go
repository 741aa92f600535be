package gadget

import "testing"

func TestParseMilliseconds(t *testing.T) {
	for text, want := range map[string]uint32{
		"0": 0, "500ms": 500, "5s": 5000, "1.5s": 1500, "1h30m": 5_400_000, "2d": 172_800_000, "49d": 4_233_600_000,
	} {
		if got, ok := parseMilliseconds(text); !ok || got != want {
			t.Errorf("%q is %d, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "5", "-1s", "1s ", "s", "50d", ".5s", "5.s", "1..5s", "1e3s", "1x", "infs"} {
		if got, ok := parseMilliseconds(text); ok {
			t.Errorf("%q is %d", text, got)
		}
	}
}
