namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Multiplies the rates by a factor when a measure has not improved for some epochs.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool _lower;
                    private readonly bool _relative;
                    private readonly double _factor;
                    private readonly int _patience;
                    private readonly double _threshold;
                    private readonly int _cooldown;
                    private readonly IList<double> _lowest;
                    private readonly double _eps;
                    private double _best;
                    private int _badEpochs;
                    private int _epochsToCoolDown;

                    /// <param name="optimizer">Whose rates are set.</param>
                    /// <param name="mode">"min" if the measure should fall, "max" if it should rise.</param>
                    /// <param name="factor">The factor, below 1.</param>
                    /// <param name="patience">How many epochs without improvement are let pass.</param>
                    /// <param name="threshold">By how much a better measure has to be better.</param>
                    /// <param name="threshold_mode">"rel" for a share of the best measure, "abs" for a difference.</param>
                    /// <param name="cooldown">For how many epochs after a change no epoch counts as bad.</param>
                    /// <param name="min_lr">The lowest rate, one for all groups or one for each; 0 if null.</param>
                    /// <param name="eps">Smaller changes are not made.</param>
                    /// <param name="verbose">Whether every change is written to standard output.</param>
                    public ReduceLROnPlateau(
                        Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4,
                        string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null,
                        double eps = 1e-8, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (factor >= 1)
                        {
                            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor is below 1.");
                        }

                        _lower = IsFirst(mode, "min", "max", nameof(mode));
                        _relative = IsFirst(threshold_mode, "rel", "abs", nameof(threshold_mode));
                        (_factor, _patience, _threshold, _cooldown, _eps) = (factor, patience, threshold, cooldown, eps);
                        _lowest = min_lr is { Count: > 1 } ? min_lr : [.. Enumerable.Repeat(min_lr?[0] ?? 0, Groups.Count)];
                        _best = _lower ? double.PositiveInfinity : double.NegativeInfinity;
                        LastEpoch = 0;
                        Remember(Rates);
                    }

                    public override void step()
                        => throw new InvalidOperationException("ReduceLROnPlateau steps by a measure: call step(measure).");

                    public override void step(int? epoch) => step();

                    /// <param name="current">The measure of the epoch.</param>
                    /// <param name="epoch">Its number; the next one if null.</param>
                    public override void step(double current, int? epoch = null)
                    {
                        _step_count++;
                        LastEpoch = epoch ?? LastEpoch + 1;
                        var improved = IsBetter(current);
                        _best = improved ? current : _best;
                        _badEpochs = improved ? 0 : _badEpochs + 1;
                        if (_epochsToCoolDown > 0)
                        {
                            (_epochsToCoolDown, _badEpochs) = (_epochsToCoolDown - 1, 0);
                        }

                        if (_badEpochs > _patience)
                        {
                            (_epochsToCoolDown, _badEpochs) = (_cooldown, 0);
                            Set(Reduced());
                        }
                    }

                    private IEnumerable<double> Reduced()
                        => Rates.Zip(_lowest, (rate, lowest) =>
                        {
                            var reduced = Math.Max(rate * _factor, lowest);
                            return rate - reduced > _eps ? reduced : rate;
                        });

                    private bool IsBetter(double current)
                        => (_lower, _relative) switch
                        {
                            (true, true) => current < _best * (1 - _threshold),
                            (true, false) => current < _best - _threshold,
                            (false, true) => current > _best * (1 + _threshold),
                            (false, false) => current > _best + _threshold,
                        };

                    private static bool IsFirst(string value, string first, string second, string what)
                        => value == first || (value == second ? false
                            : throw new ArgumentException($"It is \"{first}\" or \"{second}\", not \"{value}\".", what));
                }
            }
        }
    }
}
