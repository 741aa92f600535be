package gadget

// FieldDescription is what is known of a field without a handle of it.
type FieldDescription struct {
	// Name is the full name: `a.b` is `b` within `a`.
	Name string
	// Kind is what its values are; KindOther for lists.
	Kind Kind
	// ElementKind is what is in the lists of a field of lists; KindOther for all others.
	ElementKind Kind
	// FixedSize is how many bytes each value of text or bytes takes; 0 when that varies, and for all other kinds.
	FixedSize int
	// Tags are words that say what the field is about.
	Tags []string
	// Annotations are notes for those who show the field.
	Annotations []Annotation
	// Hidden says whether outputs leave the field out unless they were asked for it by name.
	Hidden bool
}

// DescribeFields is what each field is that there is now, hidden ones included. Makes no handles, and does not count as asking
// for the fields: look here for what to ask for. Needs a host with gadget:api 1.1.
func (source *Source) DescribeFields() []FieldDescription {
	raw := source.raw.DescribeFields()
	fields := make([]FieldDescription, len(raw))
	for index, each := range raw {
		elements, isList := each.ElementKind.Get()
		if !isList {
			elements = uint8(KindOther)
		}
		size, _ := each.FixedSize.Get()
		fields[index] = FieldDescription{
			Name:        each.Name,
			Kind:        min(Kind(each.Kind), KindOther),
			ElementKind: min(Kind(elements), KindOther),
			FixedSize:   int(size),
			Tags:        each.Tags,
			Annotations: annotationsOf(each.Annotations),
			Hidden:      each.Hidden,
		}
	}
	return fields
}
