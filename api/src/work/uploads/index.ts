export { sweepUploadsHourly } from './sweep-uploads.ts';
export { storageOf } from './storage-of.ts';
export { Upload, UploadPurpose } from './upload.entity.ts';
export { addressOf, readyUploadsOf, thumbnailAddressOf } from './upload.queries.ts';
export { ProjectAttachmentsResolver } from './upload.resolver.ts';
export { registerUploadRoute, uploadTimes } from './upload-route.ts';
export { UploadMutations } from './mutations.ts';
