package gadget

import (
	"math/big"
	"strings"
	"testing"
)

func power(exponent uint) *big.Int { return new(big.Int).Lsh(big.NewInt(1), exponent) }

// span is the whole numbers that a kind holds: all of them up to these in floats.
func span(kind Kind) (low, high *big.Int) {
	bits := map[Kind]uint{
		KindBoolean: 1, KindInt8: 7, KindInt16: 15, KindInt32: 31, KindInt64: 63, KindUint8: 8, KindUint16: 16,
		KindUint32: 32, KindUint64: 64, KindFloat32: 24, KindFloat64: 53,
	}[kind]
	high = new(big.Int).Sub(power(bits), big.NewInt(1))
	switch kind {
	case KindInt8, KindInt16, KindInt32, KindInt64:
		return new(big.Int).Neg(power(bits)), high
	case KindFloat32, KindFloat64:
		return new(big.Int).Neg(power(bits)), power(bits)
	}
	return big.NewInt(0), high
}

func isFloat(kind Kind) bool  { return kind == KindFloat32 || kind == KindFloat64 }
func isNumber(kind Kind) bool { return kind < KindText }

// loses tells from first principles whether reading could lose something.
func loses(actual, asked Kind) bool {
	switch {
	case actual == KindOther:
		return true
	case actual == asked:
		return false
	case actual == KindText:
		return asked != KindBytes
	case !isNumber(actual) || !isNumber(asked) || asked == KindBoolean:
		return true
	case actual == KindBoolean:
		// The interface reads booleans as whole numbers only.
		return isFloat(asked)
	case isFloat(actual) && !isFloat(asked):
		return true
	}
	low, high := span(actual)
	from, to := span(asked)
	return low.Cmp(from) < 0 || high.Cmp(to) > 0
}

func TestNothingIsLostByReading(t *testing.T) {
	for actual := KindBoolean; actual <= KindOther; actual++ {
		for asked := KindBoolean; asked < KindOther; asked++ {
			if readable(actual, asked) == loses(actual, asked) {
				t.Errorf("%v as %v", actual, asked)
			}
			if named := strings.Contains(advice(actual, "")+" ", " "+asked.String()+" "); named != readable(actual, asked) {
				t.Errorf("advice for %v and %v: %s", actual, asked, advice(actual, ""))
			}
		}
	}
}
