import { html } from '../../../html.ts';

/** The product's mark, which says nothing that its name beside it does not. */
export const MARK = html`<svg class="mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true"><rect width="32" height="32" rx="8" fill="#ffd53d"/><path d="M14.6 8.2c-5 1.7-8 5.6-8 10.3a4.4 4.4 0 1 0 4-4.4c.5-2 2.2-3.5 4.8-4.5zM25.6 8.2c-5 1.7-8 5.6-8 10.3a4.4 4.4 0 1 0 4-4.4c.5-2 2.2-3.5 4.8-4.5z" fill="#1a1a18"/></svg>`;
