namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private static readonly Operator SetData = new("aten::set_data");

            /// <summary>Moves to a device and converts the floating-point parameters and buffers, gradients included.</summary>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking) => Place(device, dtype, non_blocking);

            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
                => Place(new Device(deviceType, deviceIndex), null, non_blocking);

            protected internal virtual Module _to(ScalarType dtype, bool non_blocking) => Place(null, dtype, non_blocking);

            /// <summary>Moves to the device and the element type of another tensor.</summary>
            protected internal Module _to(Tensor other, bool non_blocking) => _to(other.device, other.dtype, non_blocking);

            // The tensors keep their identity, so that fields and optimizers that refer to them stay valid.
            private Module Place(Device? device, ScalarType? dtype, bool nonBlocking)
            {
                if (dtype is { } type && !is_floating_point(type) && !is_complex(type))
                {
                    throw new ArgumentException(
                        $"A module converts to floating-point or complex types only, not to {type}.", nameof(dtype));
                }

                using (no_grad())
                {
                    foreach (var tensor in parameters().Concat(buffers()))
                    {
                        Place(tensor, device, dtype, nonBlocking);
                        using var gradient = tensor.grad;
                        if (gradient is not null)
                        {
                            Place(gradient, device, dtype, nonBlocking);
                        }
                    }
                }

                return this;
            }

            private static void Place(Tensor tensor, Device? device, ScalarType? dtype, bool nonBlocking)
            {
                var convertible = tensor.is_floating_point() || tensor.is_complex();
                var targetType = convertible ? dtype ?? tensor.dtype : tensor.dtype;
                var targetDevice = device ?? tensor.device;
                using var placed = tensor.detach();
                using var moved = placed.to(targetType, targetDevice, copy: false, disposeAfter: false, non_blocking: nonBlocking);
                SetData.CallVoid(tensor, moved);
            }
        }
    }
}
