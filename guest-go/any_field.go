package gadget

import (
	"gadget-api/guest/internal/bindings/imports/gadget_api_field"
	"gadget-api/guest/internal/bindings/imports/gadget_api_types"
)

// AnyField is a column of a source, whatever its kind: a name, a kind, and in every row a value or nothing. [FieldOf] and
// [As] give the same with values of a Go type.
type AnyField struct {
	raw  *gadget_api_field.Field
	name string
	kind Kind
	// Of every value in bytes; 0 when that varies.
	size uint32
}

func newAnyField(raw *gadget_api_field.Field) *AnyField {
	kind := min(Kind(raw.Kind()), KindOther)
	field := &AnyField{raw: raw, name: raw.Name(), kind: kind}
	if kind == KindText || kind == KindBytes {
		size := raw.FixedSize()
		field.size, _ = size.Get()
	}
	return field
}

// Name is the full name: `a.b` is `b` within `a`.
func (field *AnyField) Name() string { return field.name }

// Kind is the kind the field has, which can be narrower than the type it is read as.
func (field *AnyField) Kind() Kind { return field.kind }

// FixedSize is how many bytes each value of text or bytes takes; false when that varies.
func (field *AnyField) FixedSize() (int, bool) { return int(field.size), field.size > 0 }

// Requested reports whether anybody behind this gadget asked for the field: an output that prints it, or a later gadget.
// Exact from Start on, true during Init. Lets a gadget skip work that nobody sees.
func (field *AnyField) Requested() bool { return field.raw.Requested() }

// Tags are words that say what the field is about.
func (field *AnyField) Tags() []string { return field.raw.Tags() }

// Annotation is a note on a field: a key and what it says.
type Annotation struct{ Key, Value string }

// Annotations are notes for those who show the field.
func (field *AnyField) Annotations() []Annotation {
	return annotationsOf(field.raw.Annotations())
}

func annotationsOf(raw []gadget_api_types.Annotation) []Annotation {
	notes := make([]Annotation, len(raw))
	for index, note := range raw {
		notes[index] = Annotation(note)
	}
	return notes
}

// AddTag adds a tag; twice is fine. In Init.
func (field *AnyField) AddTag(tag string) error { return errorOf(field.raw.AddTag(validText(tag))) }

// Annotate sets a note, such as Annotate("description", "who opened it"). In Init.
func (field *AnyField) Annotate(key, value string) error {
	return errorOf(field.raw.Annotate(validText(key), validText(value)))
}

// SetHidden hides the field from outputs that were not asked for it by name. In Init.
func (field *AnyField) SetHidden(hidden bool) error { return errorOf(field.raw.SetHidden(hidden)) }

// Hidden reports whether outputs that were not asked for the field by name leave it out. Needs a host with gadget:api 1.1.
func (field *AnyField) Hidden() bool { return field.raw.Hidden() }

// IsSet reports whether this row has a value.
func (field *AnyField) IsSet(row Row) (bool, error) {
	if row.Packet.raw == nil {
		return false, errOver
	}
	return valueOf(field.raw.IsSet(row.Packet.raw, row.Index))
}

// Unset takes the value of this row away.
func (field *AnyField) Unset(row Row) error {
	if row.Packet.raw == nil {
		return errOver
	}
	return errorOf(field.raw.Unset(row.Packet.raw, row.Index))
}

// UnsetMany takes the values of several rows away: of all, or with one number that is not there of none, and then it fails with
// [ErrOutOfRange]. Needs a host with gadget:api 1.1.
func (field *AnyField) UnsetMany(packet *Packet, rows []uint32) error {
	if packet.raw == nil {
		return errOver
	}
	return errorOf(field.raw.UnsetMany(packet.raw, rows))
}

// IsSetColumn tells of each row whether it has a value. [Field.Column] can't tell: there, what is unset reads as 0 or empty.
func (field *AnyField) IsSetColumn(packet *Packet) ([]bool, error) {
	if packet.raw == nil {
		return nil, errOver
	}
	return valueOf(field.raw.ColumnIsSet(packet.raw))
}

// Raw is the generated binding, for what is left out here. It follows the generator's ideas of names, and changes when
// it does.
func (field *AnyField) Raw() *gadget_api_field.Field { return field.raw }
