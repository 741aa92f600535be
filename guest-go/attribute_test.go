package gadget

import (
	"testing"

	"gadget-api/guest/internal/bindings/imports/gadget_api_logging"
)

func TestAttributesKeepTheirValue(t *testing.T) {
	signed := gadget_api_logging.MakeAttributeValueSigned
	unsigned := gadget_api_logging.MakeAttributeValueUnsigned
	for _, each := range []struct {
		got  Attribute
		want gadget_api_logging.AttributeValue
	}{
		{Attr("k", true), gadget_api_logging.MakeAttributeValueBoolean(true)},
		{Attr("k", -1), signed(-1)},
		{Attr("k", int8(-128)), signed(-128)},
		{Attr("k", int16(-32768)), signed(-32768)},
		{Attr("k", int32(-1<<31)), signed(-1 << 31)},
		{Attr("k", int64(-1<<63)), signed(-1 << 63)},
		{Attr("k", uint(1)), unsigned(1)},
		{Attr("k", uint8(255)), unsigned(255)},
		{Attr("k", uint16(65535)), unsigned(65535)},
		{Attr("k", uint32(1<<32-1)), unsigned(1<<32 - 1)},
		{Attr("k", uint64(1<<64-1)), unsigned(1<<64 - 1)},
		{Attr("k", float32(0.5)), gadget_api_logging.MakeAttributeValueFloat(0.5)},
		{Attr("k", 1e-7), gadget_api_logging.MakeAttributeValueFloat(1e-7)},
		{Attr("k", "a\xff"), gadget_api_logging.MakeAttributeValueText("a\uFFFD")},
	} {
		if each.got != (Attribute{"k", each.want}) {
			t.Error(each.got, each.want)
		}
	}
}
