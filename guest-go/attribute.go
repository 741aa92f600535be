package gadget

import "gadget-api/guest/internal/bindings/imports/gadget_api_logging"

// Attribute is a detail of a log line, for machines; see [Attr].
type Attribute struct {
	key   string
	value gadget_api_logging.AttributeValue
}

// AttributeValue is what an [Attribute] can say.
type AttributeValue interface {
	bool | int | int8 | int16 | int32 | int64 | uint | uint8 | uint16 | uint32 | uint64 | float32 | float64 | string
}

// Attr is a detail of a log line: Attr("pid", pid). One with an empty key is left out.
func Attr[T AttributeValue](key string, value T) Attribute {
	return Attribute{key, attributeValue(value)}
}

func attributeValue(value any) gadget_api_logging.AttributeValue {
	switch value := value.(type) {
	case bool:
		return gadget_api_logging.MakeAttributeValueBoolean(value)
	case int:
		return gadget_api_logging.MakeAttributeValueSigned(int64(value))
	case int8:
		return gadget_api_logging.MakeAttributeValueSigned(int64(value))
	case int16:
		return gadget_api_logging.MakeAttributeValueSigned(int64(value))
	case int32:
		return gadget_api_logging.MakeAttributeValueSigned(int64(value))
	case int64:
		return gadget_api_logging.MakeAttributeValueSigned(value)
	case uint:
		return gadget_api_logging.MakeAttributeValueUnsigned(uint64(value))
	case uint8:
		return gadget_api_logging.MakeAttributeValueUnsigned(uint64(value))
	case uint16:
		return gadget_api_logging.MakeAttributeValueUnsigned(uint64(value))
	case uint32:
		return gadget_api_logging.MakeAttributeValueUnsigned(uint64(value))
	case uint64:
		return gadget_api_logging.MakeAttributeValueUnsigned(value)
	case float32:
		return gadget_api_logging.MakeAttributeValueFloat(float64(value))
	case float64:
		return gadget_api_logging.MakeAttributeValueFloat(value)
	}
	return gadget_api_logging.MakeAttributeValueText(validText(value.(string)))
}

// LogWith writes one line for people, with details that the host keeps apart from the text where its log can, and else shows
// behind it. The first 64 count. Needs a host with gadget:api 1.1.
//
//	gadget.LogWith(gadget.LevelInfo, "opened", gadget.Attr("pid", pid), gadget.Attr("path", path))
func LogWith(level LogLevel, text string, attributes ...Attribute) {
	if !LogEnabled(level) {
		return
	}
	raw := make([]gadget_api_logging.Attribute, len(attributes))
	for index, each := range attributes {
		raw[index] = gadget_api_logging.Attribute{Key: validText(each.key), Value: each.value}
	}
	gadget_api_logging.LogWith(uint8(level), validText(text), raw)
}
