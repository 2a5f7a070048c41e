"""Public names of further packages, by module; made by scripts/record-pytorch-names.py."""

__all__ = ['KNOWN']

KNOWN: dict[str, str] = {
    'IPython': """
        Application InteractiveShell core display embed embed_kernel extensions extract_module_locals
        get_ipython lib paths release start_ipython start_kernel sys_info terminal testing utils
        version_info
    """,
    'IPython.display': """
        Audio Code DisplayHandle DisplayObject FileLink FileLinks GeoJSON HTML IFrame Image JSON Javascript
        Latex Markdown Math Pretty ProgressBar SVG ScribdDocument TextDisplayObject Video VimeoVideo
        YouTubeVideo clear_output display display_html display_javascript display_jpeg display_json
        display_latex display_markdown display_pdf display_png display_pretty display_svg
        publish_display_data set_matplotlib_close set_matplotlib_formats update_display
    """,
    'PIL': """
        ExifTags GimpGradientFile GimpPaletteFile Image ImageChops ImageColor ImageDraw ImageEnhance
        ImageFile ImageFilter ImageFont ImageMode ImageOps ImagePalette ImageSequence ImageStat ImageText
        PaletteFile PngImagePlugin TiffTags UnidentifiedImageError
    """,
    'pandas': """
        ArrowDtype BooleanDtype Categorical CategoricalDtype CategoricalIndex DataFrame DateOffset
        DatetimeIndex DatetimeTZDtype ExcelFile ExcelWriter Flags Float32Dtype Float64Dtype Grouper HDFStore
        Index IndexSlice Int16Dtype Int32Dtype Int64Dtype Int8Dtype Interval IntervalDtype IntervalIndex
        MultiIndex NA NaT NamedAgg Period PeriodDtype PeriodIndex RangeIndex Series SparseDtype StringDtype
        Timedelta TimedeltaIndex Timestamp UInt16Dtype UInt32Dtype UInt64Dtype UInt8Dtype api array arrays
        bdate_range compat concat core crosstab cut date_range describe_option errors eval factorize
        from_dummies get_dummies get_option infer_freq interval_range io isna isnull json_normalize lreshape
        melt merge merge_asof merge_ordered notna notnull offsets option_context options pandas period_range
        pivot pivot_table plotting qcut read_clipboard read_csv read_excel read_feather read_fwf read_gbq
        read_hdf read_html read_json read_orc read_parquet read_pickle read_sas read_spss read_sql
        read_sql_query read_sql_table read_stata read_table read_xml reset_option set_eng_float_format
        set_option show_versions test testing timedelta_range to_datetime to_numeric to_pickle to_timedelta
        tseries unique util value_counts wide_to_long
    """,
    'scipy': """
        LowLevelCallable cluster datasets fft fftpack integrate interpolate io linalg misc ndimage odr
        optimize show_config signal sparse spatial special stats test
    """,
    'scipy.optimize': """
        BFGS Bounds BroydenFirst HessianUpdateStrategy InverseJacobian KrylovJacobian LbfgsInvHessProduct
        LinearConstraint NonlinearConstraint OptimizeResult OptimizeWarning RootResults SR1 anderson
        approx_fprime basinhopping bisect bracket brent brenth brentq broyden1 broyden2 brute check_grad
        cobyla curve_fit diagbroyden differential_evolution direct dual_annealing excitingmixing fixed_point
        fmin fmin_bfgs fmin_cg fmin_cobyla fmin_l_bfgs_b fmin_ncg fmin_powell fmin_slsqp fmin_tnc fminbound
        fsolve golden lbfgsb least_squares leastsq line_search linear_sum_assignment linearmixing linesearch
        linprog linprog_verbose_callback lsq_linear milp minimize minimize_scalar minpack minpack2 moduleTNC
        newton newton_krylov nnls nonlin optimize quadratic_assignment ridder root root_scalar rosen
        rosen_der rosen_hess rosen_hess_prod shgo show_options slsqp test tnc toms748 zeros
    """,
    'scipy.spatial': """
        ConvexHull Delaunay HalfspaceIntersection KDTree QhullError Rectangle SphericalVoronoi Voronoi
        cKDTree ckdtree convex_hull_plot_2d delaunay_plot_2d distance distance_matrix geometric_slerp kdtree
        minkowski_distance minkowski_distance_p procrustes qhull test transform tsearch voronoi_plot_2d
    """,
    'scipy.spatial.distance': """
        CDistMetricWrapper CDistWeightedMetricWrapper MetricInfo PDistMetricWrapper
        PDistWeightedMetricWrapper braycurtis canberra cdist chebyshev cityblock correlation cosine dice
        directed_hausdorff euclidean hamming is_valid_dm is_valid_y jaccard jensenshannon kulczynski1
        kulsinski mahalanobis minkowski norm np num_obs_dm num_obs_y pdist rel_entr rogerstanimoto
        russellrao seuclidean sokalmichener sokalsneath sqeuclidean squareform yule
    """,
    'scipy.special': """
        SpecialFunctionError SpecialFunctionWarning add_newdocs agm ai_zeros airy airye assoc_laguerre basic
        bdtr bdtrc bdtri bdtrik bdtrin bei bei_zeros beip beip_zeros ber ber_zeros bernoulli berp berp_zeros
        besselpoly beta betainc betaincinv betaln bi_zeros binom boxcox boxcox1p btdtr btdtri btdtria
        btdtrib c_roots cbrt cg_roots chdtr chdtrc chdtri chdtriv chebyc chebys chebyt chebyu chndtr
        chndtridf chndtrinc chndtrix clpmn comb cosdg cosm1 cotdg cython_special dawsn digamma diric
        ellip_harm ellip_harm_2 ellip_normal ellipe ellipeinc ellipj ellipk ellipkinc ellipkm1 elliprc
        elliprd elliprf elliprg elliprj entr erf erf_zeros erfc erfcinv erfcx erfi erfinv errstate euler
        eval_chebyc eval_chebys eval_chebyt eval_chebyu eval_gegenbauer eval_genlaguerre eval_hermite
        eval_hermitenorm eval_jacobi eval_laguerre eval_legendre eval_sh_chebyt eval_sh_chebyu
        eval_sh_jacobi eval_sh_legendre exp1 exp10 exp2 expi expit expm1 expn exprel factorial factorial2
        factorialk fdtr fdtrc fdtri fdtridfd fresnel fresnel_zeros fresnelc_zeros fresnels_zeros gamma
        gammainc gammaincc gammainccinv gammaincinv gammaln gammasgn gdtr gdtrc gdtria gdtrib gdtrix
        gegenbauer genlaguerre geterr h1vp h2vp h_roots hankel1 hankel1e hankel2 hankel2e he_roots hermite
        hermitenorm huber hyp0f1 hyp1f1 hyp2f1 hyperu i0 i0e i1 i1e inv_boxcox inv_boxcox1p it2i0k0 it2j0y0
        it2struve0 itairy iti0k0 itj0y0 itmodstruve0 itstruve0 iv ive ivp j0 j1 j_roots jacobi jn jn_zeros
        jnjnp_zeros jnp_zeros jnyn_zeros js_roots jv jve jvp k0 k0e k1 k1e kei kei_zeros keip keip_zeros
        kelvin kelvin_zeros ker ker_zeros kerp kerp_zeros kl_div kn kolmogi kolmogorov kv kve kvp l_roots
        la_roots laguerre lambertw legendre lmbda log1p log_expit log_ndtr log_softmax loggamma logit
        logsumexp lpmn lpmv lpn lqmn lqn mathieu_a mathieu_b mathieu_cem mathieu_even_coef mathieu_modcem1
        mathieu_modcem2 mathieu_modsem1 mathieu_modsem2 mathieu_odd_coef mathieu_sem modfresnelm modfresnelp
        modstruve multigammaln nbdtr nbdtrc nbdtri nbdtrik nbdtrin ncfdtr ncfdtri ncfdtridfd ncfdtridfn
        ncfdtrinc nctdtr nctdtridf nctdtrinc nctdtrit ndtr ndtri ndtri_exp nrdtrimn nrdtrisd obl_ang1
        obl_ang1_cv obl_cv obl_cv_seq obl_rad1 obl_rad1_cv obl_rad2 obl_rad2_cv orthogonal owens_t p_roots
        pbdn_seq pbdv pbdv_seq pbvv pbvv_seq pbwa pdtr pdtrc pdtri pdtrik perm poch polygamma powm1 pro_ang1
        pro_ang1_cv pro_cv pro_cv_seq pro_rad1 pro_rad1_cv pro_rad2 pro_rad2_cv ps_roots pseudo_huber psi
        radian rel_entr rgamma riccati_jn riccati_yn roots_chebyc roots_chebys roots_chebyt roots_chebyu
        roots_gegenbauer roots_genlaguerre roots_hermite roots_hermitenorm roots_jacobi roots_laguerre
        roots_legendre roots_sh_chebyt roots_sh_chebyu roots_sh_jacobi roots_sh_legendre round s_roots
        seterr sf_error sh_chebyt sh_chebyu sh_jacobi sh_legendre shichi sici sinc sindg smirnov smirnovi
        softmax specfun spence spfun_stats sph_harm spherical_in spherical_jn spherical_kn spherical_yn
        stdtr stdtridf stdtrit struve t_roots tandg test tklmbda ts_roots u_roots us_roots voigt_profile
        wofz wright_bessel wrightomega xlog1py xlogy y0 y0_zeros y1 y1_zeros y1p_zeros yn yn_zeros ynp_zeros
        yv yve yvp zeta zetac
    """,
    'scipy.stats': """
        ConstantInputWarning Covariance DegenerateDataWarning FitError NearConstantInputWarning
        alexandergovern alpha anderson anderson_ksamp anglit ansari arcsine argus barnard_exact bartlett
        bayes_mvs bernoulli beta betabinom betaprime biasedurn binned_statistic binned_statistic_2d
        binned_statistic_dd binom binom_test binomtest boltzmann bootstrap boschloo_exact boxcox boxcox_llf
        boxcox_normmax boxcox_normplot bradford brunnermunzel burr burr12 cauchy chi chi2 chi2_contingency
        chisquare circmean circstd circvar combine_pvalues contingency cosine cramervonmises
        cramervonmises_2samp crystalball cumfreq describe dgamma differential_entropy directional_stats
        dirichlet distributions dlaplace dweibull energy_distance entropy epps_singleton_2samp erlang
        expectile expon exponnorm exponpow exponweib f f_oneway fatiguelife find_repeats fisher_exact fisk
        fit fligner foldcauchy foldnorm friedmanchisquare gamma gausshyper gaussian_kde genexpon genextreme
        gengamma genhalflogistic genhyperbolic geninvgauss genlogistic gennorm genpareto geom gibrat gilbrat
        gmean gompertz goodness_of_fit gstd gumbel_l gumbel_r gzscore halfcauchy halfgennorm halflogistic
        halfnorm hmean hypergeom hypsecant invgamma invgauss invweibull invwishart iqr jarque_bera johnsonsb
        johnsonsu kappa3 kappa4 kde kendalltau kruskal ks_1samp ks_2samp ksone kstat kstatvar kstest kstwo
        kstwobign kurtosis kurtosistest laplace laplace_asymmetric levene levy levy_l levy_stable linregress
        loggamma logistic loglaplace lognorm logser loguniform lomax mannwhitneyu matrix_normal maxwell
        median_abs_deviation median_test mielke mode moment monte_carlo_test mood morestats moyal mstats
        mstats_basic mstats_extras multinomial multiscale_graphcorr multivariate_hypergeom
        multivariate_normal multivariate_t mvn mvsdist nakagami nbinom ncf nchypergeom_fisher
        nchypergeom_wallenius nct ncx2 nhypergeom norm normaltest norminvgauss obrientransform ortho_group
        page_trend_test pareto pearson3 pearsonr percentileofscore permutation_test planck pmean
        pointbiserialr poisson poisson_means_test power_divergence powerlaw powerlognorm powernorm ppcc_max
        ppcc_plot probplot qmc randint random_correlation random_table rankdata ranksums rayleigh rdist
        recipinvgauss reciprocal relfreq rice rv_continuous rv_discrete rv_histogram rvs_ratio_uniforms
        scoreatpercentile sem semicircular shapiro siegelslopes sigmaclip skellam skew skewcauchy skewnorm
        skewtest somersd spearmanr special_ortho_group statlib stats studentized_range t test theilslopes
        tiecorrect tmax tmean tmin trapezoid trapz triang trim1 trim_mean trimboth truncexpon truncnorm
        truncpareto truncweibull_min tsem tstd ttest_1samp ttest_ind ttest_ind_from_stats ttest_rel
        tukey_hsd tukeylambda tvar uniform uniform_direction unitary_group variation vonmises vonmises_line
        wald wasserstein_distance weibull_max weibull_min weightedtau wilcoxon wishart wrapcauchy yeojohnson
        yeojohnson_llf yeojohnson_normmax yeojohnson_normplot yulesimon zipf zipfian zmap zscore
    """,
    'gym': """
        ActionWrapper Env GoalEnv ObservationWrapper RewardWrapper Space Wrapper core envs error logger make
        register spaces spec utils vector version wrappers
    """,
}
