namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>
                /// Lowers the rates along half a cosine, and raises them along the other half (Loshchilov and Hutter 2017).
                /// </summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _epochs;
                    private readonly double _lowest;

                    /// <param name="optimizer">Whose rates are set.</param>
                    /// <param name="T_max">Epochs from the highest rate to the lowest.</param>
                    /// <param name="eta_min">The lowest rate.</param>
                    /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether every change is written to standard output.</param>
                    public CosineAnnealingLR(
                        Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_epochs, _lowest) = (T_max, eta_min);
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (LastEpoch == 0)
                        {
                            return Rates;
                        }

                        if (_step_count == 1)
                        {
                            return get_closed_form_lr();
                        }

                        // From the lowest rate there is no ratio to go on with.
                        if ((LastEpoch - 1 - _epochs) % (2 * _epochs) == 0)
                        {
                            var share = (1 - Math.Cos(Math.PI / _epochs)) / 2;
                            return Rates.Zip(BaseRates, (rate, start) => rate + ((start - _lowest) * share));
                        }

                        var change = (1 + Math.Cos(Math.PI * LastEpoch / _epochs)) / (1 + Math.Cos(Math.PI * (LastEpoch - 1) / _epochs));
                        return Rates.Select(rate => ((rate - _lowest) * change) + _lowest);
                    }

                    protected override IEnumerable<double> get_closed_form_lr()
                        => BaseRates.Select(start => _lowest + ((start - _lowest) * (1 + Math.Cos(Math.PI * LastEpoch / _epochs)) / 2));
                }
            }
        }
    }
}
