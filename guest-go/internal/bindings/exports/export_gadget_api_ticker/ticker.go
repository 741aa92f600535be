// Package export_gadget_api_ticker is what the generated exports of `ticker` call.
package export_gadget_api_ticker

import (
	"gadget-api/guest/internal/bindings/imports/gadget_api_types"
	"gadget-api/guest/internal/wit/types"
)

// Result is what OnTick answers.
type Result = types.Result[types.Unit, gadget_api_types.ApiError]

// OnTick is set by the SDK.
var OnTick func(timer uint32) Result
