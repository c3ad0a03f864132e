namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the rates by a factor that goes linearly from one value to another: a warm-up.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double _start;
                    private readonly double _end;
                    private readonly int _epochs;

                    /// <param name="optimizer">Whose rates are set.</param>
                    /// <param name="start_factor">The factor in epoch 0.</param>
                    /// <param name="end_factor">The factor from the last of the epochs on.</param>
                    /// <param name="total_iters">How many epochs it takes.</param>
                    /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether every change is written to standard output.</param>
                    public LinearLR(
                        Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5,
                        int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_start, _end, _epochs) = (start_factor, end_factor, total_iters);
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch == 0)
                        {
                            return Rates.Select(rate => rate * _start);
                        }

                        // The factor of this epoch over that of the one before.
                        var slope = _end - _start;
                        var change = LastEpoch > _epochs ? 1 : 1 + (slope / ((_epochs * _start) + ((LastEpoch - 1) * slope)));
                        return Rates.Select(rate => rate * change);
                    }

                    protected override IEnumerable<double> get_closed_form_lr()
                        => BaseRates.Select(rate => rate * (_start + ((_end - _start) * Math.Min(_epochs, LastEpoch) / _epochs)));
                }
            }
        }
    }
}
