import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

// happy-dom knows no fonts, and boxes that grow with their text wait for them.
if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() });
