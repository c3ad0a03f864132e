namespace TorchSharp;

public static partial class torch
{
    /// <summary>A stream of random numbers. Its state can be saved and restored bit for bit.</summary>
    public class Generator : IDisposable
    {
        private IntPtr handle;

        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            NativeError.Check(NativeMethods.mpuc_generator_new(seed, (int)this.device.type, this.device.index, out handle));
        }

        private Generator(IntPtr handle, Device device)
        {
            this.handle = handle;
            this.device = device;
        }

        ~Generator() => Dispose(disposing: false);

        /// <summary>The generator that CPU operators use where none is given.</summary>
        public static Generator Default
        {
            get
            {
                NativeError.Check(NativeMethods.mpuc_generator_default((int)DeviceType.CPU, -1, out var handle));
                return new Generator(handle, CPU);
            }
        }

        public Device device { get; }

        public IntPtr Handle => handle != IntPtr.Zero ? handle : throw new ObjectDisposedException(nameof(Generator));

        public void Dispose()
        {
            Dispose(disposing: true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing) =>
            NativeMethods.mpuc_generator_release(Interlocked.Exchange(ref handle, IntPtr.Zero));

        /// <summary>The whole state as bytes, on the CPU.</summary>
        public Tensor get_state()
        {
            NativeError.Check(NativeMethods.mpuc_generator_state(Handle, out var state));
            GC.KeepAlive(this);
            return new Tensor(state);
        }

        public void set_state(Tensor value)
        {
            NativeError.Check(NativeMethods.mpuc_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(this);
            GC.KeepAlive(value);
        }

        public Generator manual_seed(long seed)
        {
            NativeError.Check(NativeMethods.mpuc_generator_set_seed(Handle, unchecked((ulong)seed)));
            GC.KeepAlive(this);
            return this;
        }

        /// <summary>Seeds the generator from the system's entropy and returns that seed.</summary>
        public long seed()
        {
            NativeError.Check(NativeMethods.mpuc_generator_seed(Handle, out var seed));
            GC.KeepAlive(this);
            return unchecked((long)seed);
        }

        public long initial_seed()
        {
            NativeError.Check(NativeMethods.mpuc_generator_initial_seed(Handle, out var seed));
            GC.KeepAlive(this);
            return unchecked((long)seed);
        }
    }
}
