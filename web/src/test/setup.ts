import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';

afterEach(cleanup);
// Pages leave out the present year, so what they show hangs on the date.
beforeEach(() => vi.setSystemTime('2026-11-21T04:00:00Z'));

// happy-dom knows no fonts, and boxes that grow with their text wait for them.
if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() });
