// Package types holds what WIT has and Go has not: results, options, tuples and unit. The generated bindings use it.
package types

// Which side a [Result] has.
const (
	ResultOk  uint8 = 0
	ResultErr uint8 = 1
)

// Unit is a value that says nothing.
type Unit struct{}

// Tuple2 is a pair.
type Tuple2[T, U any] struct {
	F0 T
	F1 U
}

// Result is a T or the reason why there is none.
type Result[T, E any] struct {
	tag uint8
	ok  T
	err E
}

// Ok is a result that has a value.
func Ok[T, E any](value T) Result[T, E] {
	return Result[T, E]{tag: ResultOk, ok: value}
}

// Err is a result that has none.
func Err[T, E any](reason E) Result[T, E] {
	return Result[T, E]{tag: ResultErr, err: reason}
}

// Tag is [ResultOk] or [ResultErr].
func (self *Result[T, E]) Tag() uint8 { return self.tag }

// Ok is the value; the zero one when there is none.
func (self *Result[T, E]) Ok() T { return self.ok }

// Err is the reason; the zero one when there is a value.
func (self *Result[T, E]) Err() E { return self.err }

// Option is a T or nothing.
type Option[T any] struct {
	is    bool
	value T
}

// Some is an option with a value.
func Some[T any](value T) Option[T] {
	return Option[T]{is: true, value: value}
}

// None is an option without.
func None[T any]() Option[T] {
	return Option[T]{}
}

// Get is the value, and whether there is one.
func (self Option[T]) Get() (T, bool) { return self.value, self.is }
