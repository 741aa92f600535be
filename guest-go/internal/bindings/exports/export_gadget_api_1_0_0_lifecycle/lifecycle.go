// Package export_gadget_api_1_0_0_lifecycle is what the generated exports of `lifecycle` call.
package export_gadget_api_1_0_0_lifecycle

import (
	"gadget-api/guest/internal/bindings/imports/gadget_api_1_0_0_types"
	"gadget-api/guest/internal/wit/types"
)

// Result is what the functions answer.
type Result = types.Result[types.Unit, gadget_api_1_0_0_types.ApiError]

// Set by the SDK.
var (
	Init  func(purpose uint8) Result
	Start func() Result
	Stop  func() Result
)
