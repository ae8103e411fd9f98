using Insiders.Core.Application.Programmes;
using Insiders.Core.Customers.Outlooks;

namespace Insiders.Core.Application.Outlooks;

/// <summary>What the members of today are expected to bring in, and how their revenue goes on.</summary>
/// <param name="Members">The members it is of.</param>
/// <param name="Expected">By the purchase models; null while those are being computed.</param>
/// <param name="Forecasts">By week and by month; none without sales.</param>
public sealed record ProgrammeOutlook(ProgrammeMembers Members, MemberOutlook? Expected, RevenueForecasts Forecasts);
