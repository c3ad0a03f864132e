namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the rates by a function of the epoch, every epoch after the first.</summary>
                public class MultiplicativeLR : LRScheduler
                {
                    private readonly List<Func<int, double>> _factors;

                    /// <param name="optimizer">Whose rates are set.</param>
                    /// <param name="lr_lambda">The factor at an epoch, for all groups.</param>
                    /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether every change is written to standard output.</param>
                    public MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, Enumerable.Repeat(lr_lambda, optimizer.ParamGroups.Count()), last_epoch, verbose)
                    {
                    }

                    /// <param name="optimizer">Whose rates are set.</param>
                    /// <param name="lr_lambdas">The factor at an epoch, for every group.</param>
                    /// <param name="last_epoch">The epoch to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether every change is written to standard output.</param>
                    public MultiplicativeLR(
                        Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _factors = [.. lr_lambdas];
                        if (_factors.Count != Groups.Count)
                        {
                            throw new ArgumentException(
                                $"The optimizer has {Groups.Count} groups, not {_factors.Count}.", nameof(lr_lambdas));
                        }

                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                        => LastEpoch == 0 ? Rates : Rates.Zip(_factors, (rate, factor) => rate * factor(LastEpoch));
                }
            }
        }
    }
}
