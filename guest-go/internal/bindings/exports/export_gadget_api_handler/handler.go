// Package export_gadget_api_handler is what the generated exports of `handler` call.
package export_gadget_api_handler

import (
	"gadget-api/guest/internal/bindings/imports/gadget_api_packet"
	"gadget-api/guest/internal/bindings/imports/gadget_api_types"
	"gadget-api/guest/internal/wit/types"
)

// Result is what OnPacket answers.
type Result = types.Result[uint8, gadget_api_types.ApiError]

// OnPacket is set by the SDK. It drops the packet.
var OnPacket func(subscription uint32, packet *gadget_api_packet.Packet) Result
