namespace Mpuc.Kernels;

/// <summary>How many numbers there are, their mean, and the sum of their squared distances from it.</summary>
internal readonly record struct Moments(double Count, double Mean, double Squares)
{
    /// <summary>Those of both together (Chan, Golub and LeVeque 1983, Eq. 2.1), which loses no digits to a large mean.</summary>
    public static Moments operator +(Moments left, Moments right)
    {
        var (count, distance) = (left.Count + right.Count, right.Mean - left.Mean);
        var share = right.Count / count;
        return new(count, left.Mean + (distance * share), left.Squares + right.Squares + (distance * distance * left.Count * share));
    }
}
