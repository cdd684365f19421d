import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

// As long as it takes on a busy machine; what is there is found at once.
configure({ asyncUtilTimeout: 8000 });

// happy-dom knows no fonts, and boxes that grow with their text wait for them.
if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() });
