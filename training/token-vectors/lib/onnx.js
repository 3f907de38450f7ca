/**
 * The few messages of the ONNX format that a network needs, in the wire format of Protocol Buffers. Field
 * numbers are those of onnx.proto.
 */

/** @typedef {{ name: string, shape: number[], values: Float32Array }} Constant */
/** @typedef {{ op: string, inputs: string[], outputs: string[], domain?: string, attributes?: Record<string, number | number[]> }} Step */

const FLOAT = 1;
const INT32 = 6;

/**
 * Writes a network that takes `ids` (batch × length, int32) and gives `output` (batch × `width`, float).
 *
 * @param {readonly Step[]} steps in the order in which they run
 * @param {readonly Constant[]} constants
 * @param {string} output name of what the last step gives
 * @param {number} width
 * @returns {Buffer}
 */
export function onnxModel(steps, constants, output, width) {
  const graph = Buffer.concat([
    ...steps.map((step) => field(1, node(step))),
    field(2, text('network')),
    ...constants.map((constant) => field(5, tensor(constant))),
    field(11, valueInfo('ids', INT32, ['batch', 'length'])),
    field(12, valueInfo(output, FLOAT, ['batch', width])),
  ]);
  const opset = (/** @type {string} */ domain, /** @type {number} */ version) =>
    field(8, Buffer.concat([field(1, text(domain)), number(2, version)]));
  return Buffer.concat([number(1, 8), field(7, graph), opset('', 17), opset('com.microsoft', 1)]);
}

/** @param {Step} step */
function node({ op, inputs, outputs, domain = '', attributes = {} }) {
  return Buffer.concat([
    ...inputs.map((input) => field(1, text(input))),
    ...outputs.map((output) => field(2, text(output))),
    field(4, text(op)),
    ...Object.entries(attributes).map(([name, value]) => field(5, attribute(name, value))),
    field(7, text(domain)),
  ]);
}

/**
 * @param {string} name
 * @param {number | number[]} value
 */
function attribute(name, value) {
  if (Array.isArray(value)) {
    return Buffer.concat([field(1, text(name)), ...value.map((one) => number(8, one)), number(20, 7)]);
  }
  if (Number.isInteger(value)) return Buffer.concat([field(1, text(name)), number(3, value), number(20, 2)]);
  const bits = Buffer.alloc(4);
  bits.writeFloatLE(value);
  return Buffer.concat([field(1, text(name)), varint((2 << 3) | 5), bits, number(20, 1)]);
}

/** @param {Constant} constant */
function tensor({ name, shape, values }) {
  return Buffer.concat([
    ...shape.map((size) => number(1, size)),
    number(2, FLOAT),
    field(8, text(name)),
    field(9, Buffer.from(values.buffer, values.byteOffset, values.byteLength)),
  ]);
}

/**
 * @param {string} name
 * @param {number} kind
 * @param {readonly (string | number)[]} shape
 */
function valueInfo(name, kind, shape) {
  const dimensions = shape.map((size) =>
    field(1, typeof size === 'string' ? field(2, text(size)) : number(1, size)),
  );
  const type = Buffer.concat([number(1, kind), field(2, Buffer.concat(dimensions))]);
  return Buffer.concat([field(1, text(name)), field(2, field(1, type))]);
}

/**
 * @param {number} id
 * @param {Buffer} content
 */
function field(id, content) {
  return Buffer.concat([varint((id << 3) | 2), varint(content.length), content]);
}

/**
 * @param {number} id
 * @param {number} value a whole number from 0
 */
function number(id, value) {
  return Buffer.concat([varint(id << 3), varint(value)]);
}

/** @param {string} value */
function text(value) {
  return Buffer.from(value, 'utf8');
}

/** @param {number} value a whole number from 0 */
function varint(value) {
  const bytes = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}
