import { solveInPlace } from './solve-challenge';

addEventListener('message', ({ data }: MessageEvent<string>) => {
  solveInPlace(data).then(
    (proof) => postMessage({ proof }),
    (error: unknown) => postMessage({ error: String(error) }),
  );
});
