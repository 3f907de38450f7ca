/**
 * As much of these packages' types as is used here. They are installed in this folder alone, and the
 * repository is checked without them.
 */

declare module '@stryker-mutator/instrumenter' {
  interface Position {
    readonly line: number;
    readonly column: number;
  }
  interface Made {
    readonly id: string;
    readonly fileName: string;
    readonly location: { readonly start: Position; readonly end: Position };
    readonly mutatorName: string;
    readonly replacement?: string;
    readonly status?: string;
  }
  interface File {
    readonly name: string;
    readonly content: string;
  }
  export function createInstrumenter(injector: unknown): {
    instrument(
      files: readonly (File & { readonly mutate: boolean })[],
      options: object,
    ): Promise<{ files: readonly File[]; mutants: readonly Made[] }>;
  };
}

declare module 'typed-inject' {
  interface Injector {
    provideValue(name: string, value: unknown): Injector;
  }
  export function createInjector(): Injector;
}
