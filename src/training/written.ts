import type { WrittenHidden } from '../knowledge/index.ts';
import type { Numbers } from './slope.ts';

const HIGHEST = 127;

/** @returns the hidden layer as it is written */
export function writtenHidden({ hidden, biases, outputs }: Numbers): WrittenHidden {
  const units = biases.length;
  const features = hidden.length / units;
  const scales = Array.from({ length: features }, (_, feature) => {
    const own = hidden.subarray(feature * units, (feature + 1) * units);
    const highest = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    // Of what never varied, rounding leaves a trace.
    return highest < 1e-9 ? 0 : Number((highest / HIGHEST).toPrecision(4));
  });
  const bytes = Int8Array.from(hidden, (value, at) => {
    const scale = scales[Math.floor(at / units)] ?? 0;
    return scale === 0 ? 0 : Math.round(value / scale);
  });
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    biases: [...biases].map(round),
    outputs: [...outputs].map(round),
    scales,
    bytes: Buffer.from(bytes.buffer).toString('base64'),
  };
}
