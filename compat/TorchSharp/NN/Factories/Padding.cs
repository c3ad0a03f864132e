using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Extends a sequence with a constant, as wide on every side.</summary>
        public static ConstantPad1d ConstantPad1d(long padding, double value) => new(value, padding, padding);

        /// <summary>Extends a sequence with a constant: left, right.</summary>
        public static ConstantPad1d ConstantPad1d((long, long) padding, double value)
            => new(value, padding.Item1, padding.Item2);

        /// <summary>Extends an image with a constant, as wide on every side.</summary>
        public static ConstantPad2d ConstantPad2d(long padding, double value) => new(value, padding, padding, padding, padding);

        /// <summary>Extends an image with a constant: left, right, top, bottom.</summary>
        public static ConstantPad2d ConstantPad2d((long, long, long, long) padding, double value)
            => new(value, padding.Item1, padding.Item2, padding.Item3, padding.Item4);

        /// <summary>Extends a volume with a constant, as wide on every side.</summary>
        public static ConstantPad3d ConstantPad3d(long padding, double value)
            => new(value, padding, padding, padding, padding, padding, padding);

        /// <summary>Extends a volume with a constant: left, right, top, bottom, front, back.</summary>
        public static ConstantPad3d ConstantPad3d((long, long, long, long, long, long) padding, double value)
            => new(value, padding.Item1, padding.Item2, padding.Item3, padding.Item4, padding.Item5, padding.Item6);

        /// <summary>Extends a sequence with its mirror image, as wide on every side.</summary>
        public static ReflectionPad1d ReflectionPad1d(long padding) => new(padding, padding);

        /// <summary>Extends a sequence with its mirror image: left, right.</summary>
        public static ReflectionPad1d ReflectionPad1d((long, long) padding)
            => new(padding.Item1, padding.Item2);

        /// <summary>Extends an image with its mirror image, as wide on every side.</summary>
        public static ReflectionPad2d ReflectionPad2d(long padding) => new(padding, padding, padding, padding);

        /// <summary>Extends an image with its mirror image: left, right, top, bottom.</summary>
        public static ReflectionPad2d ReflectionPad2d((long, long, long, long) padding)
            => new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);

        /// <summary>Extends a volume with its mirror image, as wide on every side.</summary>
        public static ReflectionPad3d ReflectionPad3d(long padding) => new(padding, padding, padding, padding, padding, padding);

        /// <summary>Extends a volume with its mirror image: left, right, top, bottom, front, back.</summary>
        public static ReflectionPad3d ReflectionPad3d((long, long, long, long, long, long) padding)
            => new(padding.Item1, padding.Item2, padding.Item3, padding.Item4, padding.Item5, padding.Item6);

        /// <summary>Extends a sequence with its edge, as wide on every side.</summary>
        public static ReplicationPad1d ReplicationPad1d(long padding) => new(padding, padding);

        /// <summary>Extends a sequence with its edge: left, right.</summary>
        public static ReplicationPad1d ReplicationPad1d((long, long) padding)
            => new(padding.Item1, padding.Item2);

        /// <summary>Extends an image with its edge, as wide on every side.</summary>
        public static ReplicationPad2d ReplicationPad2d(long padding) => new(padding, padding, padding, padding);

        /// <summary>Extends an image with its edge: left, right, top, bottom.</summary>
        public static ReplicationPad2d ReplicationPad2d((long, long, long, long) padding)
            => new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);

        /// <summary>Extends a volume with its edge, as wide on every side.</summary>
        public static ReplicationPad3d ReplicationPad3d(long padding) => new(padding, padding, padding, padding, padding, padding);

        /// <summary>Extends a volume with its edge: left, right, top, bottom, front, back.</summary>
        public static ReplicationPad3d ReplicationPad3d((long, long, long, long, long, long) padding)
            => new(padding.Item1, padding.Item2, padding.Item3, padding.Item4, padding.Item5, padding.Item6);

        /// <summary>Extends an image with zeros, as wide on every side.</summary>
        public static ZeroPad2d ZeroPad2d(long padding) => new(padding, padding, padding, padding);

        /// <summary>Extends an image with zeros: left, right, top, bottom.</summary>
        public static ZeroPad2d ZeroPad2d((long, long, long, long) padding)
            => new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);
    }
}
