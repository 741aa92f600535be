package gadget

import "testing"

func TestDeliveriesHaveTheWordsOfTheInterface(t *testing.T) {
	for delivery, word := range map[Delivery]string{
		Events: "events", Snapshots: "snapshots", OtherDelivery: "other", 3: "other", 255: "other",
	} {
		if got := delivery.String(); got != word {
			t.Errorf("delivery %d is %s", uint8(delivery), got)
		}
	}
}
