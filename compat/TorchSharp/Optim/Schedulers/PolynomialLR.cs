namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Lowers the rates to zero as a power of the epochs that are left.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly int _epochs;
                    private readonly double _power;

                    /// <param name="optimizer">Whose rates are set.</param>
                    /// <param name="total_iters">How many epochs it takes.</param>
                    /// <param name="power">The power.</param>
                    /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether every change is written to standard output.</param>
                    public PolynomialLR(
                        Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_epochs, _power) = (total_iters, power);
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch == 0 || LastEpoch > _epochs)
                        {
                            return Rates;
                        }

                        var change = Math.Pow((double)(_epochs - LastEpoch) / (_epochs - LastEpoch + 1), _power);
                        return Rates.Select(rate => rate * change);
                    }

                    protected override IEnumerable<double> get_closed_form_lr()
                        => BaseRates.Select(rate => rate * Math.Pow(1 - ((double)Math.Min(_epochs, LastEpoch) / _epochs), _power));
                }
            }
        }
    }
}
