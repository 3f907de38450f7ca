// The words by which sites name the parts of a page that are not its story, each whole: see `wordsOf`.

export const CAPTION =
  /^(?:[a-z]*captions?|captiontext|cutline|legende|bildunterschrift|bildtext|imagedescription|imagelegend|photodescription)$/;
export const CREDIT =
  /^(?:(?:photo|image|img|media|picture|figure|video|caption|bild)?(?:credits?|copyright|source|attribution|nachweis)|photographer|photoby|bildquelle|creditline)$/;
/** "source" and "copyright" alone are said of much else. */
export const CREDIT_ALONE = /^(?:source|copyright|attribution|nachweis)$/;
export const GALLERY =
  /^(?:(?:photo|image|media|picture)?(?:gallery|galleries|slideshow|carousel)|slider|swiper|lightbox|photoswipe|flickity|slick)$/;
export const COMMENTS =
  /^(?:comments|commentlist|commentsarea|commentssection|disqus\w*|discussion|respond|commentform|livefyre|viafoura|openweb|spotim|fbcomments|coraltalk|replies)$/;
export const PROMOTION =
  /^(?:promo|promos|promotion|promobox|promoted|related|relateds|relatedposts|relatedarticles|relatedstories|relatedcontent|relatedlinks|recommended|recommendations?|recirc|recirculation|readmore|readnext|readalso|alsoread|morestories|morefrom|moreon|seealso|upnext|nextup|mostread|mostpopular|mostviewed|trending|newsletters?|signup|signupbox|subscribe|subscription|subscriptions|donate|donation|donations|advert|adverts|advertisement|advertisements|advertising|adslot|adunit|adwrapper|adcontainer|adsbygoogle|sponsor|sponsors|sponsored|taboola|outbrain|zergnet|revcontent|yarpp|jprelatedposts|crosspromo|inlinepromo|calltoaction|appdownload|appstore|followus|socialfollow|partnerlinks|shopping|affiliate|marketing|interstitial|rail|sidebar|seriesnav|teaserlist|richlink|bio|authorbio|authorbox|authorcard|authorcontent|authordesc|authordescription|authorprofile|postauthor|aboutauthor|abouttheauthor|bodybio|contributorbio)$/;
/** The wall itself, or what stands behind it: that is the story. What a wall says tells them apart. */
export const WALL = /^(?:paywall|piano|regwall|metered|subscriberonly|subscribersonly)$/;
export const WALL_WORDS =
  /subscri(?:be|ption|ber)|\b(?:log|sign) (?:in|up) (?:to|for|or|now)\b|\bregister (?:to|for|now|free)\b|free (?:trial|account)|(?:continue|keep) reading|unlimited access|abonn|suscr[ií]b|assine|abbonat/i;
/** Short names, which mean nothing where machines name: nobody writes a paragraph into a place for advertising. */
export const ADVERTISING = /^(?:ads?|cta|dfp|gpt)$/;
export const NAVIGATION =
  /^(?:nav|navbar|navigation|menu|submenu|menus|breadcrumbs?|crumbs|pagination|pager|skiplinks?|skipto|skiptocontent|share|shares|sharing|sharebar|sharetools|sharebuttons|sharelinks|sharethis|sharedaddy|social|socials|socialshare|sociallinks|socialmedia|socialbar|socialbuttons|addthis|addtoany|toolbar|taglist|tags|tagcloud|topics|topiclist|utilitybar|audioplayer|listen|texttospeech|readingtime|readtime|backtotop|printbutton|searchform|masthead|prevnext|postnavigation)$/;
export const LEGAL =
  /^(?:cookie|cookies|cookiebanner|cookienotice|cookieconsent|consent|consentbanner|gdpr|ccpa|onetrust|onetrustconsentsdk|didomi|sourcepoint|privacybanner|legalnotice|disclaimer|copyrightnotice|termsofuse)$/;
/** Said of pictures as well: only with its words is it the outlet's. */
export const COPYRIGHT = /^copyright$/;
export const RIGHTS = /©|\(c\) ?\d{4}|all rights|copyright/i;
export const DETAILS =
  /^(?:byline|bylines|timestamp|datetime|pubdate|publishdate|publisheddate|datepublished|postdate|entrydate|postedon|postmeta|entrymeta|articlemeta|storymeta|metadata|authorname|authorinfo|articleinfo|lastupdated|articledate|publicationdate)$/;
