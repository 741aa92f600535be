package kit

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/internal/bindings/imports/gadget_api_packet"
)

// Kept is the handle of a received packet beyond the call, which the SDK lets nobody keep: it drops what a callback
// received.
type Kept struct{ raw *rawPacket }

// Keep takes the handle: through the packet itself nothing can be done any more.
func Keep(packet *gadget.Packet) *Kept {
	return &Kept{gadget_api_packet.PacketFromOwnHandle(packet.Raw().TakeHandle())}
}

// Raw is the generated binding.
func (kept *Kept) Raw() *rawPacket { return kept.raw }
