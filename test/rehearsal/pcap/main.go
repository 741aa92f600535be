// Pcap writes a capture file as rows of bytes: what comes out of its source, one after the other, is the file.
package main

import gadget "gadget-api/guest"

func init() {
	var capture capture
	gadget.Register(gadget.Hooks{Init: capture.declare, Start: capture.begin})
}

func main() {}

type capture struct {
	timestamp *gadget.Field[uint64]
	length    *gadget.Field[uint32]
	data      *gadget.Field[[]byte]
	file      *gadget.Source
	part      *gadget.Field[[]byte]
	format    format
	// What is added to the clock of the events, to get nanoseconds since 1970.
	sinceEpoch uint64
}

func (capture *capture) declare(gadget.InitInfo) error {
	snapLength, err := gadget.ParamInt("snap-length", 65535)
	if err != nil {
		return err
	}
	linkType, err := gadget.ParamInt("link-type", 1)
	if err != nil {
		return err
	}
	capture.format = format{snapLength: uint32(snapLength), linkType: uint32(linkType)}
	packets, err := gadget.OpenSource("packets")
	if err != nil {
		return err
	}
	if capture.timestamp, err = gadget.FieldOf(packets, "timestamp", gadget.Uint64); err != nil {
		return err
	}
	if capture.length, err = gadget.FieldOf(packets, "length", gadget.Uint32); err != nil {
		return err
	}
	if capture.data, err = gadget.FieldOf(packets, "data", gadget.Bytes); err != nil {
		return err
	}
	if capture.file, err = gadget.CreateSource("pcap", gadget.Events); err != nil {
		return err
	}
	if capture.part, err = gadget.AddField(capture.file, "part", gadget.Bytes); err != nil {
		return err
	}
	return packets.Subscribe(capture.record)
}

func (capture *capture) begin() error {
	capture.sinceEpoch = gadget.WallClock() - gadget.MonotonicClock()
	var parts gadget.Packed
	parts.Append(capture.format.header())
	return capture.emit(parts)
}

func (capture *capture) record(packet *gadget.Packet) (gadget.Verdict, error) {
	data, err := capture.data.Packed(packet)
	if err != nil {
		return gadget.Keep, err
	}
	isSet, err := capture.data.IsSetColumn(packet)
	if err != nil {
		return gadget.Keep, err
	}
	timestamps, err := capture.timestamp.Column(packet)
	if err != nil {
		return gadget.Keep, err
	}
	lengths, err := capture.length.Column(packet)
	if err != nil {
		return gadget.Keep, err
	}
	var parts gadget.Packed
	for row, bytes := range data.Values() {
		if isSet[row] {
			// Without a length, or with one that can't be, the packet is as long as what there is.
			parts.Append(capture.format.record(timestamps[row]+capture.sinceEpoch, lengths[row], bytes))
		}
	}
	if parts.Len() == 0 {
		return gadget.Keep, nil
	}
	return gadget.Keep, capture.emit(parts)
}

func (capture *capture) emit(parts gadget.Packed) error {
	packet, err := capture.file.NewPacket(uint32(parts.Len()))
	if err != nil {
		return err
	}
	if err := capture.part.SetPacked(packet, parts); err != nil {
		return err
	}
	return packet.Emit()
}
