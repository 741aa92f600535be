import { wat } from '../support/components.ts';

/** Types that double: a few bytes that stand for a type without end. */
const doubling = Array.from({ length: 40 }, (_, at) => `(type $t${at + 1} (tuple $t${at} $t${at}))`).join(
  '\n',
);

const texts: readonly string[] = [
  '(component)',
  `(component
    (type $t0 (record (field "a" u32) (field "b" string)))
    ${doubling}
    (import "f:f/f@1.2.3" (instance (export "f" (func)))))`,
  `(component
    (type $t0 u8)
    ${doubling}
    (type $x (instance (type $v (variant (case "a" u32) (case "b"))) (export "v" (type (eq $v)))
      (export "f" (func (param "p" (option string)) (result (result (error string)))))))
    (import "gadget:api/field@1.1.0" (instance (type $x)))
    (import "m" (core module (import "a" "b" (func)) (export "c" (memory 1)))))`,
  `(component
    (import "t:t/number@1.0.0" (instance $a (export "get" (func (result u32)))))
    (core func $ca (canon lower (func $a "get")))
    (core module $m (import "a" "get" (func $a (result i32)))
      (func (export "both") (result i32) (i32.add (call $a) (i32.const 100))))
    (core instance $i (instantiate $m (with "a" (instance (export "get" (func $ca))))))
    (func $both (result u32) (canon lift (core func $i "both")))
    (instance $e (export "both" (func $both)))
    (export "t:t/sum@1.0.0" (instance $e))
    (component $inner (import "g" (func $g (result u32))) (export "h" (func $g)))
    (instance $j (instantiate $inner (with "g" (func $both))))
    (alias export $j "h" (func $h))
    (export "alone" (func $h)))`,
  `(component
    (type $r (resource (rep i32)))
    (core func $drop (canon resource.drop $r))
    (core func $new (canon resource.new $r))
    (core module $m (import "r" "drop" (func (param i32))) (import "r" "new" (func (param i32) (result i32)))
      (memory (export "m") 1 2) (table 4 funcref) (global (mut i32) (i32.const 3))
      (func $f (param i32) (result i32) (loop (br_if 0 (i32.const 0))) (memory.grow (local.get 0)))
      (func (export "realloc") (param i32 i32 i32 i32) (result i32) (memory.fill (i32.const 0) (i32.const 1) (i32.const 9)) (i32.const 8))
      (func (export "s") (param i32 i32)) (elem (i32.const 0) $f) (data (i32.const 0) "hello"))
    (core instance $i (instantiate $m (with "r" (instance (export "drop" (func $drop)) (export "new" (func $new))))))
    (func $s (param "s" string) (canon lift (core func $i "s") (memory $i "m") (realloc (func $i "realloc"))))
    (instance $e (export "r" (type $r)) (export "s" (func $s)))
    (export "gadget:api/lifecycle@1.0.0" (instance $e)))`,
];

/** Small components with the forms that real gadgets seldom have. */
export function watSeeds(): Promise<Uint8Array[]> {
  return Promise.all(texts.map(wat));
}
