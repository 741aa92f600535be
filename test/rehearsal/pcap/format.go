package main

import "encoding/binary"

// format is that of pcap files with nanoseconds.
type format struct{ snapLength, linkType uint32 }

const (
	magic  = 0xa1b23c4d
	second = 1_000_000_000
)

func (format format) header() []byte {
	bytes := binary.LittleEndian.AppendUint32(nil, magic)
	bytes = binary.LittleEndian.AppendUint16(bytes, 2)
	bytes = binary.LittleEndian.AppendUint16(bytes, 4)
	bytes = append(bytes, 0, 0, 0, 0, 0, 0, 0, 0)
	bytes = binary.LittleEndian.AppendUint32(bytes, format.snapLength)
	return binary.LittleEndian.AppendUint32(bytes, format.linkType)
}

func (format format) record(nanoseconds uint64, length uint32, data []byte) []byte {
	kept := data[:min(len(data), int(format.snapLength))]
	bytes := binary.LittleEndian.AppendUint32(nil, uint32(nanoseconds/second))
	bytes = binary.LittleEndian.AppendUint32(bytes, uint32(nanoseconds%second))
	bytes = binary.LittleEndian.AppendUint32(bytes, uint32(len(kept)))
	bytes = binary.LittleEndian.AppendUint32(bytes, max(length, uint32(len(data))))
	return append(bytes, kept...)
}
