import { onnxModel } from './onnx.js';

/** @typedef {import('./safetensors.js').Tensor} Tensor */
/** @typedef {import('./onnx.js').Step} Step */
/** @typedef {import('./onnx.js').Constant} Constant */

const LAYERS = 6;
const HEADS = 12;
const MICROSOFT = 'com.microsoft';
/** BERT's own; the runtime's default is a million times larger. */
const EPSILON = 1e-12;

/** Length of the vectors of all-MiniLM-L6-v2. */
export const WIDTH = 384;

/**
 * all-MiniLM-L6-v2 with mean pooling as a network for ONNX Runtime. Texts of a batch have to be equally long:
 * so nothing is padded, and nothing has to be masked.
 *
 * @param {ReadonlyMap<string, Tensor>} weights as the model's own file names them
 * @returns {Buffer} an ONNX model from `ids` to `mean`
 */
export function network(weights) {
  const get = (/** @type {string} */ name) => {
    const tensor = weights.get(name);
    if (!tensor) throw new Error(`The model file has no tensor ${name}: install the package anew.`);
    return tensor;
  };
  /** @type {Constant[]} */
  const constants = [];
  const constant = (/** @type {string} */ name, /** @type {Tensor} */ { shape, values }) => {
    constants.push({ name, shape, values });
    return name;
  };
  const kept = (/** @type {string} */ name) => constant(name, get(name));
  const matrix = (/** @type {string} */ name) => constant(name, transposed(get(name)));
  const normal = (/** @type {string} */ name) => [kept(`${name}.weight`), kept(`${name}.bias`)];

  const positions = plus(
    get('embeddings.position_embeddings.weight'),
    get('embeddings.token_type_embeddings.weight'),
  );
  /** @type {Step[]} */
  const steps = [
    {
      op: 'EmbedLayerNormalization',
      domain: MICROSOFT,
      inputs: [
        'ids',
        '',
        kept('embeddings.word_embeddings.weight'),
        constant('positions', positions),
        '',
        ...normal('embeddings.LayerNorm'),
      ],
      // The second is where each text ends: all end together.
      outputs: ['x0', 'ends'],
      attributes: { epsilon: EPSILON },
    },
  ];
  for (let layer = 0; layer < LAYERS; layer += 1) {
    const at = `encoder.layer.${layer}`;
    const self = ['query', 'key', 'value'].map((part) => `${at}.attention.self.${part}`);
    const mixing = constant(`${at}.qkv`, sideBySide(self.map((name) => transposed(get(`${name}.weight`)))));
    const shift = constant(`${at}.qkv.bias`, endToEnd(self.map((name) => get(`${name}.bias`))));
    const x = `x${layer}`;
    const add = (/** @type {string} */ base, /** @type {string} */ name, /** @type {string} */ output) => ({
      op: 'SkipLayerNormalization',
      domain: MICROSOFT,
      inputs: [base, `${output}.in`, ...normal(`${name}.LayerNorm`), kept(`${name}.dense.bias`)],
      outputs: [output],
      attributes: { epsilon: EPSILON },
    });
    const times = (
      /** @type {string} */ input,
      /** @type {string} */ name,
      /** @type {string} */ output,
    ) => ({
      op: 'MatMul',
      inputs: [input, matrix(`${name}.dense.weight`)],
      outputs: [output],
    });
    steps.push(
      {
        op: 'Attention',
        domain: MICROSOFT,
        inputs: [x, mixing, shift],
        outputs: [`${x}.mixed`],
        attributes: { num_heads: HEADS },
      },
      times(`${x}.mixed`, `${at}.attention.output`, `${x}.seen.in`),
      add(x, `${at}.attention.output`, `${x}.seen`),
      times(`${x}.seen`, `${at}.intermediate`, `${x}.wide`),
      {
        op: 'BiasGelu',
        domain: MICROSOFT,
        inputs: [`${x}.wide`, kept(`${at}.intermediate.dense.bias`)],
        outputs: [`${x}.bent`],
      },
      times(`${x}.bent`, `${at}.output`, `x${layer + 1}.in`),
      add(`${x}.seen`, `${at}.output`, `x${layer + 1}`),
    );
  }
  steps.push({
    op: 'ReduceMean',
    inputs: [`x${LAYERS}`],
    outputs: ['mean'],
    attributes: { axes: [1], keepdims: 0 },
  });
  return onnxModel(steps, constants, 'mean', WIDTH);
}

/**
 * @param {Tensor} tensor a matrix
 * @returns {Tensor}
 */
function transposed({ shape, values }) {
  const [rows = 0, columns = 0] = shape;
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      turned[column * rows + row] = values[row * columns + column] ?? 0;
    }
  }
  return { shape: [columns, rows], values: turned };
}

/**
 * @param {readonly Tensor[]} parts matrices with equally many rows
 * @returns {Tensor}
 */
function sideBySide(parts) {
  const joined = endToEnd(parts.map(transposed));
  const columns = parts.reduce((sum, { shape }) => sum + (shape[1] ?? 0), 0);
  return transposed({ shape: [columns, parts[0]?.shape[0] ?? 0], values: joined.values });
}

/**
 * @param {readonly Tensor[]} parts
 * @returns {Tensor} their values, one after the other
 */
function endToEnd(parts) {
  const values = new Float32Array(parts.reduce((sum, part) => sum + part.values.length, 0));
  let at = 0;
  for (const part of parts) {
    values.set(part.values, at);
    at += part.values.length;
  }
  return { shape: [values.length], values };
}

/**
 * Every text is of the first kind, so what the model adds for the kind is added to the positions.
 *
 * @param {Tensor} positions
 * @param {Tensor} kinds
 * @returns {Tensor}
 */
function plus({ shape, values }, kinds) {
  return { shape, values: values.map((value, at) => value + (kinds.values[at % WIDTH] ?? 0)) };
}
