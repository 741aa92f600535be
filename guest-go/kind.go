package gadget

// Kind is what the values of a field are, in the words of gadget:api.
type Kind uint8

// The kinds. KindOther is lists ([AnyField.ElementKind] tells of what), or one that this version has no word for.
const (
	KindBoolean Kind = iota
	KindInt8
	KindInt16
	KindInt32
	KindInt64
	KindUint8
	KindUint16
	KindUint32
	KindUint64
	KindFloat32
	KindFloat64
	KindText
	KindBytes
	KindOther
)

var kindNames = [...]string{
	"boolean", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64", "text",
	"bytes", "other",
}

// String is the kind's name, such as `uint32`.
func (kind Kind) String() string {
	if int(kind) >= len(kindNames) {
		return "other"
	}
	return kindNames[kind]
}

func set(kinds ...Kind) (mask uint16) {
	for _, kind := range kinds {
		mask |= 1 << kind
	}
	return mask
}

// readableAs tells, for each kind that a field may have, the kinds it can be read as without losing anything.
var readableAs = [...]uint16{
	KindBoolean: set(KindBoolean, KindInt8, KindInt16, KindInt32, KindInt64, KindUint8, KindUint16, KindUint32, KindUint64),
	KindInt8:    set(KindInt8, KindInt16, KindInt32, KindInt64, KindFloat32, KindFloat64),
	KindInt16:   set(KindInt16, KindInt32, KindInt64, KindFloat32, KindFloat64),
	KindInt32:   set(KindInt32, KindInt64, KindFloat64),
	KindInt64:   set(KindInt64),
	KindUint8: set(KindUint8, KindUint16, KindUint32, KindUint64, KindInt16, KindInt32, KindInt64, KindFloat32,
		KindFloat64),
	KindUint16:  set(KindUint16, KindUint32, KindUint64, KindInt32, KindInt64, KindFloat32, KindFloat64),
	KindUint32:  set(KindUint32, KindUint64, KindInt64, KindFloat64),
	KindUint64:  set(KindUint64),
	KindFloat32: set(KindFloat32, KindFloat64),
	KindFloat64: set(KindFloat64),
	KindText:    set(KindText, KindBytes),
	KindBytes:   set(KindBytes),
	KindOther:   0,
}

// readable reports whether a field of one kind can be read as another.
func readable(actual, asked Kind) bool {
	return int(actual) < len(readableAs) && readableAs[actual]&(1<<asked) != 0
}

// advice is what a field of this kind can be asked for as, its own kind first; each with this ending.
func advice(actual Kind, ending string) string {
	if !readable(actual, actual) {
		return "it can be read if it is of lists, by ListFieldOf"
	}
	text := "ask for " + actual.String() + ending
	for kind := KindBoolean; kind < KindOther; kind++ {
		if kind != actual && readable(actual, kind) {
			text += " or " + kind.String() + ending
		}
	}
	return text
}
