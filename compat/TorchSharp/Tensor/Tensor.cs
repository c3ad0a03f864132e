using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An n-dimensional array of one element type on one device. It owns one reference to a libtorch tensor, released by
    /// <see cref="Dispose()"/>, by the dispose scope that it was created in, or by the garbage collector.
    /// </summary>
    public partial class Tensor : IScoped
    {
        private IntPtr handle;
        private TensorOwner? owner;

        internal Tensor(IntPtr handle)
        {
            this.handle = handle;
            owner = TensorOwner.Of(handle);
            OwningScope = DisposeScopeManager.Register(this);
        }

        /// <summary>The native tensor, a <c>c10::TensorImpl*</c> that stays owned by this object.</summary>
        public IntPtr Handle => handle != IntPtr.Zero
            ? handle
            : throw new ObjectDisposedException(
                nameof(Tensor), "The tensor has been disposed; detach it from its dispose scope, or move it to the outer one, to keep it.");

        public bool IsInvalid => handle == IntPtr.Zero;

        /// <summary>How many tensors this process holds now.</summary>
        public static long TotalCount => NativeMethods.mpuc_live_tensors();

        internal DisposeScope? OwningScope { get; set; }

        DisposeScope? IScoped.OwningScope
        {
            get => OwningScope;
            set => OwningScope = value;
        }

        int IScoped.Place { get; set; }

        /// <summary>Takes over an owned native tensor.</summary>
        public static Tensor UnsafeCreateTensor(IntPtr handle) => new(handle);

        /// <summary>Gives the native tensor away: the caller owns it, and this object is as if disposed.</summary>
        public IntPtr DecoupleFromNativeHandle()
        {
            OwningScope?.MarkAsDisposed(this);
            return Release(reuse: true);
        }

        public void Dispose()
        {
            Dispose(disposing: true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var released = Release(reuse: disposing);
            if (released == IntPtr.Zero) {
                return;
            }

            NativeMethods.mpuc_tensor_release(released);
            if (!disposing) {
                return;
            }

            if (OwningScope is { } scope) {
                scope.MarkAsDisposed(this);
            } else {
                DisposeScopeManager.Statistics.TensorStatistics.DisposedOutsideScopeCount++;
            }
        }

        // Once for every tensor, whichever threads ask.
        private IntPtr Release(bool reuse)
        {
            var last = Interlocked.Exchange(ref owner, null);
            handle = IntPtr.Zero;
            if (last is null) {
                return IntPtr.Zero;
            }

            var released = last.Release();
            if (reuse) {
                last.Reuse();
            }

            return released;
        }

        /// <summary>Takes the tensor out of its scope: it is the caller's to dispose.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningScope?.DetachOne(this);
            return this;
        }

        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        public Tensor MoveToOuterDisposeScope()
        {
            OwningScope?.MoveOne(OwningScope.OuterScope, this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(DisposeScope other)
        {
            if (OwningScope is { } scope) {
                scope.MoveOne(other, this);
            } else {
                other?.Attach((IDisposable)this);
            }

            return this;
        }

        /// <summary>Moves the tensor to the scope that another tensor is in.</summary>
        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningScope!);

        internal static unsafe Tensor Own(void* native) =>
            native != null ? new Tensor((IntPtr)native) : throw new ExternalException("libtorch returned an undefined tensor where one was expected");

        internal static unsafe Tensor? OwnOptional(void* native) => native == null ? null : new Tensor((IntPtr)native);

        /// <summary>A second object for the same native tensor, with its own lifetime.</summary>
        internal Tensor Alias()
        {
            var alias = new Tensor(NativeMethods.mpuc_tensor_share(Handle));
            GC.KeepAlive(this);
            return alias;
        }
    }
}
