/** The parts of libheif-js that are used; the package has no types of its own for its bundle. */
declare module "libheif-js/wasm-bundle.js" {
  /** Handles of the WebAssembly side. */
  type Handle = object & { readonly __heif: never };
  interface Failure {
    readonly code: object;
    readonly message: string;
  }
  interface Decoded {
    readonly image: Handle;
    readonly channels: readonly {
      readonly width: number;
      readonly height: number;
      /** Bytes of a row. */
      readonly stride: number;
      readonly data: Uint8Array;
    }[];
  }
  const libheif: {
    readonly heif_error_code: { readonly heif_error_Ok: object };
    readonly heif_colorspace: { readonly heif_colorspace_RGB: object };
    readonly heif_chroma: { readonly heif_chroma_interleaved_RGBA: object };
    readonly heif_context_alloc: () => Handle;
    readonly heif_context_free: (context: Handle) => void;
    readonly heif_context_read_from_memory: (context: Handle, bytes: Uint8Array) => Failure;
    readonly heif_js_context_get_primary_image_handle: (context: Handle) => Handle | Failure;
    readonly heif_image_handle_get_width: (handle: Handle) => number;
    readonly heif_image_handle_get_height: (handle: Handle) => number;
    readonly heif_image_handle_release: (handle: Handle) => void;
    readonly heif_js_decode_image2: (handle: Handle, space: object, chroma: object) => Promise<Decoded | Failure>;
    readonly heif_image_release: (image: Handle) => void;
  };
  export default libheif;
}
